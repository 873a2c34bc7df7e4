/** The instruments that come with the program, for commands that need no server. */
package dev.rolewise.local.instrument;
