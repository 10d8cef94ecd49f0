package io.github.scorelane.kernel.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogMinusDigammaTest {
    /** Compares with references by mpmath at 50 digits. */
    @ParameterizedTest
    @CsvSource({
        "1e-300, 9.9999999999999997494e+299",
        "1e-10, 9999999977.5513643705",
        "0.001, 993.66781665282814262",
        "0.0625, 13.706264767820323129",
        "0.3, 2.2985514178741970953",
        "0.5, 1.27036284546147817",
        "1, 0.57721566490153286061",
        "1.4616, 0.37956283233289025596",
        "2, 0.27036284546147817002",
        "2.5, 0.21313409122891187796",
        "3.75, 0.13921845137052321852",
        "7, 0.073125813956846165712",
        "10, 0.050832503927324576371",
        "12.3, 0.041200862077233578663",
        "15, 0.033703539441416364276",
        "15.999, 0.031577387821612116688",
        "16, 0.031575393912320869282",
        "17.2, 0.029351356172709979268",
        "25, 0.020133312016226740673",
        "40, 0.012552080079093176942",
        "100, 0.0050083332500039678374",
        "12345.678, 0.000040500550071089580992",
        "1000000000.0, 5.0000000008333333333e-10",
        "1000000000000000.0, 5.0000000000000008333e-16",
        "1e+300, 4.9999999999999997375e-301"
    })
    void isRightToItsBound(double a, double expected) {
        assertEquals(expected, LogMinusDigamma.of(a), LogMinusDigamma.MAX_RELATIVE_ERROR * expected);
    }
}
