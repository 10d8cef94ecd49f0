/**
 * Contains what every kernel uses: the vector width that was chosen, the gates that decide when vectors take over from scalar code,
 * a thread's scratch arrays, and the checks of arguments.
 */
package io.github.scorelane.kernel;
