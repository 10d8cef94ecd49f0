/** The peers that Scorelane is measured against: the loops that one would write without it. Nothing here touches the library. */
package io.github.scorelane.bench.peer;
