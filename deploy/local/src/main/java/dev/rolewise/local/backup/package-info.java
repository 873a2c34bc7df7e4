/** The suite's data in one file, and back into a folder. */
package dev.rolewise.local.backup;
