package io.github.scorelane.distribution;

/** A distribution whose Fisher information is known. */
public interface HasFisherInformation {
    /**
     * The largest relative error of an entry of the library's own families, wherever the entry is a normal double. There are
     * two exceptions. An entry off the diagonal of a truncated normal's matrix may be nearly 0 by symmetry; its error is at
     * most this part of the geometric mean of the two diagonal entries. The matrix of a multivariate normal is as accurate as
     * the inverse of its Cholesky factor.
     */
    double MAX_RELATIVE_ERROR = 1e-14;

    /**
     * Returns the Fisher information E[s sᵀ], where s are the scores. It is their covariance matrix, as their mean is 0.
     *
     * @return a new symmetric matrix, rows and columns in the order of the parameters
     */
    double[][] fisherInformation();
}
