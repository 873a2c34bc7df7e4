/** The {@code pack} commands: content packs in a folder or a zip file, and in a running suite. */
package dev.rolewise.local.command.pack;
