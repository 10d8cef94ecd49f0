package io.github.scorelane;

/**
 * The choice of the automatic baseline for a component of the gradient: the number of folds of the samples that subtract each, of
 * eight folds of the first 4,096 samples and a ninth of all others, if there are any. A surrogate is chosen before a sample is
 * drawn, and so by all folds.
 *
 * @param none folds that subtract nothing
 * @param mean folds that subtract the mean of f over the other folds
 * @param optimalConstant folds that subtract the optimal constant, fitted to the other folds
 * @param controls folds that subtract a baseline and the user's control variates, with coefficients fitted to the other folds
 * @param surrogate folds that subtract a surrogate of f, fitted at points that are none of the samples
 */
public record BaselineChoice(int none, int mean, int optimalConstant, int controls, int surrogate) {}
