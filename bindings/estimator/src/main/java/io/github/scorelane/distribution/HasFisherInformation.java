package io.github.scorelane.distribution;

/** A distribution whose Fisher information is known. */
public interface HasFisherInformation {
    /**
     * The Fisher information, E[s sᵀ] with s the scores: their covariance, for their mean is 0.
     *
     * @return a new symmetric matrix, rows and columns in the order of the parameters
     */
    double[][] fisherInformation();
}
