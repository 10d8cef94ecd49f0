package io.github.scorelane.bench.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;

/** Results of a study as the program writes them, in a project of their own. */
public final class Reported {
    private static final String FOLDER = "2026-01-02-a";

    private final Path root;
    private final Study<?> study;

    private Reported(Path root, Study<?> study) {
        this.root = root;
        this.study = study;
    }

    /** Writes measurements into a folder of a project, its tables and plots, and the project's documents. */
    public static <M extends Measured> Reported of(Path root, Study<M> study, M measured) throws IOException {
        Reported reported = new Reported(root, study);
        study.storage().write(measured, Files.createDirectories(reported.path()));
        reported.folder().report();
        new Results(root, List.of(study)).publish();
        assertEquals(study.name(), reported.folder().kinds());
        return reported;
    }

    /** A document of a project that shows a study's excerpt between markers, and nothing yet. */
    public static Path document(Path root, Study<?> study) throws IOException {
        var section = Results.section(study).orElseThrow();
        Path document = root.resolve(section.document());
        Files.createDirectories(document.getParent());
        return Files.writeString(document, "before\n<!-- " + section.name() + ": begin -->old<!-- " + section.name()
                + ": end -->\nafter\n");
    }

    /** The folder of results. */
    public Path path() {
        return root.resolve(Results.HOME).resolve(FOLDER);
    }

    /** The folder read anew, so that all that is asserted has been written and read. */
    public ResultsFolder folder() throws IOException {
        return ResultsFolder.open(path(), List.of(study));
    }

    /** The folder's README holds some texts, the folder's name among them, and is made again of what was kept. */
    public void assertReadmeHas(String... expected) throws IOException {
        String readme = Files.readString(path().resolve("README.md"));
        assertHas(readme, expected);
        assertHas(readme, "# " + FOLDER + "\n\n", "-report jmh-results/" + FOLDER);
        assertEquals(readme, folder().readme());
    }

    /** A text holds others. */
    public static void assertHas(String text, String... expected) {
        for (String part : expected) {
            assertTrue(text.contains(part), () -> part + "\nis not in\n" + text);
        }
    }

    /** A folder's README is the same when its measurements were written once more. */
    public static <M extends Measured> void assertReadsWhatItWrites(ResultsFolder folder, Study<M> study) throws IOException {
        study.storage().write(study.storage().read(folder.path()), folder.path());
        assertEquals(folder.readme(), ResultsFolder.open(folder.path(), List.of(study)).readme());
    }

    /** A plot of a folder that is reported: it is XML on a ground of its own, and the same each time. */
    public static String plot(ResultsFolder folder, String name) throws Exception {
        folder.report();
        Path svg = folder.path().resolve(name);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        assertEquals("svg", factory.newDocumentBuilder().parse(svg.toFile()).getDocumentElement().getTagName());
        String text = Files.readString(svg);
        assertHas(text, "fill:rgb(255,255,255)");
        folder.report();
        assertEquals(text, Files.readString(svg));
        return text;
    }
}
