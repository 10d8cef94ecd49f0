package io.github.scorelane.distribution;

/** A distribution whose Fisher information is known. */
public interface HasFisherInformation {
    /**
     * The largest relative error of an entry of the library's own families, wherever the entry is a normal double, with two
     * exceptions.
     * An entry off the diagonal of a truncated normal's matrix may be nearly 0 by symmetry: it is right to this part of the
     * geometric
     * mean of both diagonal ones. The matrix of a multivariate normal is as good as the inverse of its factor.
     */
    double MAX_RELATIVE_ERROR = 1e-14;

    /**
     * The Fisher information, E[s sᵀ] with s the scores: their covariance, for their mean is 0.
     *
     * @return a new symmetric matrix, rows and columns in the order of the parameters
     */
    double[][] fisherInformation();
}
