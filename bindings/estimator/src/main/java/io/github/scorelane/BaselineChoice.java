package io.github.scorelane;

/**
 * How many folds of the samples chose what for a component of the gradient: eight of the first 4,096 samples, and a ninth of all
 * others, if there are any.
 *
 * @param none folds that subtract nothing
 * @param mean folds that subtract the mean of f over the other folds
 * @param optimalConstant folds that subtract the optimal constant, fitted to the other folds
 * @param controls folds that subtract a baseline and the user's control variates, with coefficients fitted to the other folds
 */
public record BaselineChoice(int none, int mean, int optimalConstant, int controls) {}
