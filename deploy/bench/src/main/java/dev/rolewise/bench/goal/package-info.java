/** What is measured, goal by goal. */
package dev.rolewise.bench.goal;
