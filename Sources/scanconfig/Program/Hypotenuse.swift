// `hypot` and `hypotf` are defined here so that glibc's are not used: those of 2.35 were the only symbols newer than 2.34, which
// Amazon Linux 2023 and RHEL 9 have. The program itself calls neither; the Swift runtime linked into it refers to them.

/// The length of the hypotenuse, without overflow in between.
@c(hypot) public func hypotenuse(_ x: Double, _ y: Double) -> Double {
    let (long, short) = x.magnitude > y.magnitude ? (x.magnitude, y.magnitude) : (y.magnitude, x.magnitude)
    guard long > 0, long.isFinite else { return x.isInfinite || y.isInfinite ? .infinity : long + short }
    return long * (1 + (short / long) * (short / long)).squareRoot()
}

/// The same in single precision.
@c(hypotf) public func hypotenuse(_ x: Float, _ y: Float) -> Float {
    Float(hypotenuse(Double(x), Double(y)))
}
