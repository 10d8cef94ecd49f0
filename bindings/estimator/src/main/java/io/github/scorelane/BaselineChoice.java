package io.github.scorelane;

/**
 * How many of the eight folds chose which baseline for a component of the gradient.
 *
 * @param none folds that subtract nothing
 * @param mean folds that subtract the mean of f over the other folds
 * @param optimalConstant folds that subtract the optimal constant, fitted to the other folds
 */
public record BaselineChoice(int none, int mean, int optimalConstant) {}
