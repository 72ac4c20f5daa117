#ifndef SCANCONFIG_CNCURSES_SHIM_H
#define SCANCONFIG_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <fcntl.h>
#include <wchar.h>

/* What Swift cannot see of ncurses: variables, macros with casts, functions with variable arguments. */

static inline WINDOW *ncurses_standard_screen(void) { return stdscr; }
static inline WINDOW *ncurses_current_screen(void) { return curscr; }
static inline int ncurses_screen_columns(void) { return COLS; }
static inline int ncurses_screen_rows(void) { return LINES; }
static inline int ncurses_color_count(void) { return COLORS; }

static inline attr_t ncurses_normal(void) { return A_NORMAL; }
static inline attr_t ncurses_bold(void) { return A_BOLD; }
static inline attr_t ncurses_dim(void) { return A_DIM; }
static inline attr_t ncurses_underline(void) { return A_UNDERLINE; }
static inline attr_t ncurses_reverse(void) { return A_REVERSE; }

static inline const char *ncurses_parameterized(const char *capability, int first, int second) {
    return tiparm(capability, first, second);
}

/* Declared in term.h, whose macros are many. */

extern int setupterm(const char *, int, int *);

static inline int ncurses_read_terminal_type(const char *type, int output, int *status) { return setupterm(type, output, status); }

/* Declared by the C library only under feature macros that the Swift overlay does not set. */

extern int wcwidth(wchar_t);
extern int memfd_create(const char *, unsigned int);
extern int dup3(int, int, int);

static inline int libc_character_width(wchar_t character) { return wcwidth(character); }
static inline int libc_duplicate(int descriptor, int other) { return dup3(descriptor, other, O_CLOEXEC); }
static inline int libc_memory_file(const char *name) { return memfd_create(name, 1U /* MFD_CLOEXEC */); }

#endif
