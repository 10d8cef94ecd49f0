package io.github.scorelane.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads compiled classes from the folder or the jar that a class was loaded from, as the compiler left them. */
final class CompiledClasses {
    private CompiledClasses() {
    }

    /** Returns the classes of a package and of those below it, in the place that a class comes from. */
    static List<ClassModel> of(Class<?> example, String packageName) throws IOException {
        Path place;
        try {
            place = Path.of(example.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("The place that " + example.getName() + " comes from is no path.", e);
        }
        if (Files.isDirectory(place)) {
            return below(place.resolve(packageName.replace('.', '/')));
        }
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
            return below(jar.getPath(packageName.replace('.', '/')));
        }
    }

    private static List<ClassModel> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> classes = files.filter(each -> each.toString().endsWith(".class")).sorted().toList();
            return classes.stream().map(CompiledClasses::parse).toList();
        }
    }

    private static ClassModel parse(Path file) {
        try {
            return ClassFile.of().parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a class's binary name, with dots. */
    static String name(ClassModel model) {
        return model.thisClass().asInternalName().replace('/', '.');
    }

    /** Returns a class's name without the packages that all of them have in common: engine.sum.Tail. */
    static String shortName(ClassModel model) {
        return name(model).replaceFirst("^io\\.github\\.scorelane\\.", "");
    }
}
