import Testing

@testable import scanconfig

@Suite struct HypotenuseTests {
    @Test(arguments: [(3.0, 4.0, 5.0), (-4, 3, 5), (0, 0, 0), (0, -7, 7), (3e200, 4e200, 5e200), (3e-200, 4e-200, 5e-200)])
    func isTheLengthOfTheLongestSide(x: Double, y: Double, length: Double) {
        #expect(abs(hypotenuse(x, y) - length) <= length * 1e-15)
        #expect(abs(hypotenuse(Float(3), Float(4)) - 5) < 1e-6)
    }

    @Test func infinityWinsOverNotANumber() {
        #expect(hypotenuse(-Double.infinity, Double.nan) == .infinity)
        #expect(hypotenuse(Double.nan, 1).isNaN && hypotenuse(1, Double.nan).isNaN)
    }
}
