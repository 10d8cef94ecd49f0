package io.github.scorelane.bench.machine;

/** Which Java this is. */
public final class Jdk {
    private Jdk() {}

    /** For example "JDK 25.0.3+9-LTS (Eclipse Adoptium)". */
    public static String description() {
        return "JDK " + System.getProperty("java.runtime.version") + " (" + System.getProperty("java.vendor") + ")";
    }

    /** For example "OpenJDK 64-Bit Server VM, mixed mode, sharing". */
    public static String machine() {
        return System.getProperty("java.vm.name") + ", " + System.getProperty("java.vm.info");
    }
}
