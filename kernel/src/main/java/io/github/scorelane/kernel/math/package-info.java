/** Contains elementary functions over arrays, each with a stated error bound and the same bits at every vector width. */
package io.github.scorelane.kernel.math;
