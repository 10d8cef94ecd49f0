package io.github.scorelane.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.scorelane.ScoreFunctionEstimator;
import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * No class of the engine implements a method by throwing: a caller that has an object of a type may call all of its methods. The
 * compiled classes show it: the method is one that a supertype declares, and all that it does is to make an exception and throw it.
 */
class NoThrowingImplementationsTest {
    @Test
    void nothingIsImplementedByThrowing() throws IOException {
        assertEquals(List.of(), throwing(CompiledClasses.of(ScoreFunctionEstimator.class, "io.github.scorelane.engine")),
                "These methods do nothing but throw. Split the type that they implement into roles that a class can play in whole,"
                        + " as BlockSampler and TermRows are.");
    }

    @Test
    void aMutantIsFound() throws IOException {
        assertEquals(List.of("architecture.NoThrowingImplementationsTest$Mutant.next"),
                throwing(CompiledClasses.of(Mutant.class, Mutant.class.getPackageName())));
    }

    private static List<String> throwing(List<ClassModel> classes) {
        List<String> found = new ArrayList<>();
        for (ClassModel each : classes) {
            for (MethodModel method : each.methods()) {
                boolean throwsOnly = method.code().map(NoThrowingImplementationsTest::onlyThrows).orElse(false);
                if (throwsOnly && !method.flags().has(AccessFlag.STATIC) && isDeclaredAbove(load(each), method)) {
                    found.add(CompiledClasses.shortName(each) + "." + method.methodName().stringValue());
                }
            }
        }
        return found;
    }

    /** Tells whether a method has no way but one, which makes an exception and throws it. */
    private static boolean onlyThrows(CodeModel code) {
        List<Instruction> instructions = code.elementStream().filter(Instruction.class::isInstance).map(Instruction.class::cast)
                .toList();
        return instructions.getFirst().opcode() == Opcode.NEW && instructions.getLast().opcode() == Opcode.ATHROW
                && instructions.stream().noneMatch(each -> switch (each.opcode().kind()) {
                    case BRANCH, TABLE_SWITCH, LOOKUP_SWITCH, RETURN, STORE, ARRAY_STORE -> true;
                    default -> false;
                });
    }

    /** Tells whether a supertype declares a method of that name with as many parameters: overloads are not told apart. */
    private static boolean isDeclaredAbove(Class<?> type, MethodModel method) {
        List<Class<?>> above = new ArrayList<>(Arrays.asList(type.getInterfaces()));
        if (type.getSuperclass() != null) {
            above.add(type.getSuperclass());
        }
        for (Class<?> each : above) {
            for (Method declared : each.getDeclaredMethods()) {
                if (method.methodName().equalsString(declared.getName())
                        && declared.getParameterCount() == method.methodTypeSymbol().parameterCount()
                        && !Modifier.isStatic(declared.getModifiers()) && !Modifier.isPrivate(declared.getModifiers())) {
                    return true;
                }
            }
            if (isDeclaredAbove(each, method)) {
                return true;
            }
        }
        return false;
    }

    private static Class<?> load(ClassModel model) {
        try {
            return Class.forName(CompiledClasses.name(model), false, NoThrowingImplementationsTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The class that was read cannot be loaded.", e);
        }
    }

    /** Does what the engine must not do, and something that it may. */
    private static final class Mutant implements Iterator<String> {
        @Override
        public boolean hasNext() {
            if (hashCode() == 0) {
                throw new IllegalStateException("an exception on one of two ways");
            }
            return true;
        }

        @Override
        public String next() {
            throw new UnsupportedOperationException("next of " + this);
        }

        /** Is declared nowhere else: it refuses on behalf of its callers. */
        String refuse() {
            throw new IllegalArgumentException("refused");
        }
    }
}
