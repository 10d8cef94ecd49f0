package io.github.scorelane.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The user's guide lists every family that is in the tests' lists, and what each has. With -Dscorelane.record=true the list is
 * written there.
 */
class FamiliesInReadmeTest {
    private static final Path README = Path.of(System.getProperty("basedir", ""), "README.md");
    private static final String BEGIN = "<!-- list of families: begin -->\n";
    private static final String END = "<!-- list of families: end -->";

    @Test
    void everyFamilyIsListed() throws IOException {
        String readme = Files.readString(README);
        int from = readme.indexOf(BEGIN) + BEGIN.length();
        int to = readme.indexOf(END);
        String expected = table();
        if (Boolean.getBoolean("scorelane.record")) {
            Files.writeString(README, readme.substring(0, from) + expected + readme.substring(to));
            return;
        }
        assertEquals(expected, readme.substring(from, to), "the list is out of date; -Dscorelane.record=true writes it");
    }

    private static String table() {
        Map<String, Set<String>> parameters = new TreeMap<>();
        Map<String, String> rest = new LinkedHashMap<>();
        Families.cases().forEach(each -> {
            UnivariateDistribution d = each.distribution();
            add(parameters, rest, d, d.parameterNames().stream());
        });
        VectorFamilies.cases().forEach(each -> {
            MultivariateDistribution d = each.distribution();
            add(parameters, rest, d, d.parameterNames().stream());
        });
        return "| family | parameters with a score | quantiles | Fisher information | Hessian |\n| --- | --- | --- | --- | --- |\n"
                + parameters.entrySet().stream()
                        .map(each -> "| `" + each.getKey() + "` | " + String.join("; or ", each.getValue()) + " |"
                                + rest.get(each.getKey()) + "\n")
                        .collect(Collectors.joining());
    }

    private static void add(Map<String, Set<String>> parameters, Map<String, String> rest, Object distribution,
            Stream<String> names) {
        String family = distribution.getClass().getSimpleName();
        String list = names.map(name -> name.replaceAll("\\[\\d+]\\[\\d+]", "[i][j]").replaceAll("\\[\\d+]", "[k]"))
                .distinct().collect(Collectors.joining(", "));
        parameters.computeIfAbsent(family, each -> new LinkedHashSet<>()).add(list);
        rest.put(family, mark(distribution instanceof HasInverseCdf) + mark(distribution instanceof HasFisherInformation)
                + mark(distribution instanceof HasHessian || distribution instanceof HasVectorHessian));
    }

    private static String mark(boolean has) {
        return has ? " yes |" : " |";
    }
}
