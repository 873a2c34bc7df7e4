/** How often the instrument is right and wrong about made-up teams, from the command line. */
package dev.rolewise.local.command.simulate;
