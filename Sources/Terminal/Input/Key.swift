/// One key press, as the key table knows it.
package enum Key: Sendable, Hashable {
    /// A character that was typed, the space included.
    case character(Character)
    /// Control with a lower-case letter or one of `@ \ ] ^ _`: `.control("c")` is ^C.
    case control(Character)
    /// Return, Enter, or Enter of the keypad.
    case enter
    /// Escape pressed alone.
    case escape
    /// Tab, which is also ^I.
    case tab
    /// Shift and Tab.
    case backTab
    /// The key that takes away the character before the cursor: DEL or ^H.
    case backspace
    /// The key that takes away the character under the cursor.
    case delete
    /// Insert.
    case insert
    /// An arrow key.
    case up, down, left, right
    /// One screen up or down.
    case pageUp, pageDown
    /// To the first or the last row.
    case home, end
    /// A function key, counted from 1.
    case function(Int)
    /// A code nobody here has a name for: a curses key code, or a byte that is not valid in the terminal's character set.
    case unknown(Int)
}
