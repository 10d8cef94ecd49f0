/** What every kernel uses: the vector width that was chosen, and the checks of arguments. */
package io.github.scorelane.kernel;
