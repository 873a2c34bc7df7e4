/** What can be searched in a document, and what a reader's words ask for. */
package dev.rolewise.content.search;
