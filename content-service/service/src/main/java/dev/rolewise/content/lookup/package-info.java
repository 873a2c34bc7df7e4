/** Who does what, and what signals speak for: drawn from the documents of one version of a pack. */
package dev.rolewise.content.lookup;
