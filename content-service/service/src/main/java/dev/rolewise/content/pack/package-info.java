/**
 * A content pack: a folder of structure documents without any text, and per language one flat file
 * of texts for each of them. The folder's own README says how to change one.
 */
package dev.rolewise.content.pack;
