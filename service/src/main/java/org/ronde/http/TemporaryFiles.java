package org.ronde.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.glassfish.jersey.server.ContainerRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what a request wrote to temporary files when it ends, however it ends. */
final class TemporaryFiles implements Filter {
  private static final Logger LOG = LoggerFactory.getLogger(TemporaryFiles.class);
  private static final String ATTRIBUTE = "org.ronde.http.temporary-files";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    List<Path> files = new CopyOnWriteArrayList<>();
    request.setAttribute(ATTRIBUTE, files);
    try {
      chain.doFilter(request, response);
    } finally {
      files.forEach(TemporaryFiles::delete);
    }
  }

  /** Notes a file for deletion; Jersey's properties are the servlet's attributes. */
  @SuppressWarnings("unchecked")
  static void note(ContainerRequest request, Path file) {
    ((List<Path>) request.getProperty(ATTRIBUTE)).add(file);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("A temporary file stays behind: {}", e.toString());
    }
  }
}
