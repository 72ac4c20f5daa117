#if SELF_CONTAINED
    // The start files of a static program hand its unwind tables to these, in place of libgcc's functions of the same name (Package.swift).
    // libgcc would sort all of them when the main thread ends, which takes 50 ms; what nobody hands over it finds in the order in which the
    // linker has sorted it.

    /// Registers nothing.
    @c(__wrap___register_frame_info) public func registerFrameInfo(_ tables: UnsafeRawPointer?, _ object: UnsafeMutableRawPointer?) {}

    /// Says that nothing was registered.
    @c(__wrap___deregister_frame_info) public func deregisterFrameInfo(_ tables: UnsafeRawPointer?) -> UnsafeMutableRawPointer? { nil }
#endif
