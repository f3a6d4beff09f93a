/**
 * Reads, rewrites and writes graphs in the ONNX form.
 *
 * <p>This module knows the form and the operators of ONNX Runtime; it does not run graphs, nor know what they are for.
 */
package org.articlerecommender.onnx;
