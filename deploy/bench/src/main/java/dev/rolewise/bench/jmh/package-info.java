/** What is measured within one process. */
package dev.rolewise.bench.jmh;
