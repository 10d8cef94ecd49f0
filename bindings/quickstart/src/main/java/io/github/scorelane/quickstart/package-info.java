/** The main job on real data: one program that shows what the library does. */
package io.github.scorelane.quickstart;
