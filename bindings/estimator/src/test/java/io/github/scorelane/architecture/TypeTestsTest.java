package io.github.scorelane.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.scorelane.ScoreFunctionEstimator;
import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The engine asks no object for its class, so that a new baseline, sampler or row of terms is not one more case in code that has
 * nothing to do with it. The exceptions are listed here, each with its reason, as the compiled classes show them.
 */
class TypeTestsTest {
    private static final int MOST = 5;

    private static final List<Allowed> ALLOWED = List.of(
            new Allowed("engine.draw.Capability.of", "one place looks through the wrapper of a distribution of one number"),
            new Allowed("engine.thread.Crew.isCancellation", "a cancellation tells less than another thread's failure does"),
            new Allowed("engine.thread.Crew.unchecked", "what a thread threw is thrown on: a RuntimeException, or an Error"),
            new Allowed("engine.thread.Thrown.restoreInterruption", "an interruption may be the cause of what a function threw"));

    private static List<ClassModel> engine;

    @BeforeAll
    static void readEngine() throws IOException {
        engine = CompiledClasses.of(ScoreFunctionEstimator.class, "io.github.scorelane.engine");
    }

    @Test
    void theEngineAsksForNoClassButWhereItIsListed() {
        List<String> found = methods(engine, TypeTestsTest::isTypeTest);
        List<String> listed = ALLOWED.stream().map(Allowed::method).toList();
        for (String each : found) {
            assertTrue(listed.contains(each), () -> each + " asks an object for its class. Let the object answer instead: add a"
                    + " method with a default to BaselineRule, TermRows or BlockSampler; ask Capability what a distribution can do"
                    + " besides. Found in all: " + found);
        }
        assertEquals(listed, found, "Each line of the list stands for one instanceof, or one switch over types. Take out what is"
                + " gone; a second one in a method needs its own reason.");
    }

    @Test
    void theListIsShort() {
        assertTrue(ALLOWED.size() <= MOST, "More than " + MOST + " type tests are listed: find what several have in common, and"
                + " make it a method of what they ask.");
    }

    @Test
    void capabilitiesAreAskedForInOnePlace() {
        List<String> found = methods(engine, element -> element instanceof InvokeInstruction call
                && call.owner().asInternalName().equals("java/lang/Class") && call.name().equalsString("isInstance"));
        assertEquals(List.of("engine.draw.Capability.of"), found.stream().distinct().toList(),
                "Class.isInstance is a type test too. Ask Capability, which looks through wrappers.");
    }

    @Test
    void typeTestsAreFound() throws IOException {
        List<ClassModel> own = CompiledClasses.of(Mutant.class, Mutant.class.getPackageName()).stream()
                .filter(each -> CompiledClasses.name(each).equals(Mutant.class.getName())).toList();
        assertEquals(List.of("architecture.TypeTestsTest$Mutant.isText", "architecture.TypeTestsTest$Mutant.length"),
                methods(own, TypeTestsTest::isTypeTest));
    }

    private static boolean isTypeTest(CodeElement element) {
        return switch (element) {
            case TypeCheckInstruction check -> check.opcode() == Opcode.INSTANCEOF;
            case InvokeDynamicInstruction call -> call.name().equalsString("typeSwitch");
            default -> false;
        };
    }

    /** Returns the name of a method for each of its instructions that fits, in the order of the names. */
    private static List<String> methods(List<ClassModel> classes, Predicate<CodeElement> fits) {
        List<String> found = new ArrayList<>();
        for (ClassModel each : classes) {
            for (MethodModel method : each.methods()) {
                method.code().ifPresent(code -> code.elementStream().filter(fits).forEach(
                        _ -> found.add(CompiledClasses.shortName(each) + "." + method.methodName().stringValue())));
            }
        }
        return found.stream().sorted().toList();
    }

    /** A method that may ask an object for its class, once, and why. */
    private record Allowed(String method, String reason) {}

    /** Does what the engine must not do. */
    private static final class Mutant {
        static boolean isText(Object object) {
            return object instanceof String;
        }

        static int length(Object object) {
            return switch (object) {
                case String text -> text.length();
                case Integer number -> number;
                default -> 0;
            };
        }
    }
}
