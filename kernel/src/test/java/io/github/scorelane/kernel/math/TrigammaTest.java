package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares trigamma, its differences and quotients, and the quotients of digamma with mpmath at 400 digits. */
class TrigammaTest {
    @ParameterizedTest
    @CsvSource({
        "1e-150, 9.9999999999999998741e+299",
        "1e-05, 10000000001.64490839",
        "0.3, 12.245364546107731301",
        "1, 1.6449340668482264365",
        "1.5, 0.93480220054467930942",
        "2, 0.64493406684822643647",
        "7.25, 0.14787923315893216965",
        "15.999, 0.064497941681361214642",
        "16, 0.064493783403239361782",
        "33, 0.030766804020302090127",
        "100000.0, 0.000010000050000166666667",
        "1e+16, 1.00000000000000005e-16",
        "1e+300, 9.999999999999999475e-301"
    })
    void isRightToItsBound(double x, double expected) {
        assertEquals(expected, Trigamma.value(x), Trigamma.MAX_RELATIVE_ERROR * expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1e-05, 1e-16, 0.19999999999700018714",
        "0.3, 1e-100, 7.5272536588726040422e-99",
        "1.0, 1.0, 1.0",
        "2.0, 10000000000.0, 0.64493406674822643649",
        "7.25, 0.001, 0.000021825736249455633788",
        "15.5, 1.0, 0.0041623309053069719043",
        "33.0, 0.5, 0.00046609184537863714498",
        "1000000000000.0, 0.5, 5.0000000000025e-25",
        "1e+16, 1e+100, 1.00000000000000005e-16",
        "1e+16, 1e-16, 1.0000000000000000791e-48",
        "1e-100, 1e+100, 9.9999999999999996002e+199",
        "1.7e+308, 1.7e+308, 2.9411764705882353999e-309"
    })
    void differencesKeepTheirDigits(double x, double h, double expected) {
        assertEquals(expected, Trigamma.difference(x, h), Trigamma.MAX_RELATIVE_ERROR * expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2.0, 0.0, 0.64493406684822643647, 0.4041138063191885708",
        "2.0, -1.0, 1.0, 1.0",
        "2.0, -0.9999999999999991, 0.99999999999999942718, 0.9999999999999987529",
        "2.0, 1e-300, 0.64493406684822643647, 0.4041138063191885708",
        "1.0, 1e-05, 1.644922046387426127, 2.4040813370369432521",
        "2.0, 0.5, 0.56074461109355209566, 0.309152621495983143",
        "2.0, 31.0, 0.098661135336661938799, 0.01981184718799755956",
        "1.0, 1e+100, 2.3083572496430609761e-98, 1.6449340668482264103e-100",
        "20.0, -19.5, 0.25302738555197807848, 0.25043750654407570203",
        "10000000000.0, -3.0, 1.0000000002e-10, 1.0000000004000000001e-20"
    })
    void quotientsKeepTheirDigits(double x, double h, double ofDigamma, double ofTrigamma) {
        assertEquals(ofDigamma, DigammaQuotient.of(x, h), DigammaQuotient.MAX_RELATIVE_ERROR * ofDigamma);
        assertEquals(ofTrigamma, Trigamma.quotient(x, h), Trigamma.MAX_RELATIVE_ERROR * ofTrigamma);
    }
}
