package org.ronde.db;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.extension.ExtensionContext;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.core.extension.HandleSupplier;
import org.jdbi.v3.core.extension.annotation.UseExtensionConfigurer;
import org.jdbi.v3.core.internal.OnDemandExtensions;

/**
 * Attaches each Dao once, and calls it on whichever connection the thread has open. Jdbi by itself
 * attaches an on-demand Dao anew at every call and copies its whole configuration for each of the
 * Dao's methods in doing so: with fifty methods that took longer than the statement.
 *
 * <p>A Dao that registers mappers of its own is left to jdbi: such a configuration can only be
 * handed to a connection from inside jdbi's package.
 */
final class Daos implements OnDemandExtensions.Factory {
  @Override
  public Optional<Object> onDemand(Jdbi jdbi, Class<?> type, Class<?>... extraTypes) {
    if (configures(type)) {
      return Optional.empty();
    }
    Object attached = jdbi.getConfig(Extensions.class).findFor(type, new Open(jdbi)).orElseThrow();
    InvocationHandler dao = Proxy.getInvocationHandler(attached);
    return Optional.of(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                method.getDeclaringClass() == Object.class
                    ? method.invoke(attached, arguments)
                    : jdbi.withHandle(handle -> call(dao, attached, method, arguments))));
  }

  private static boolean configures(Class<?> type) {
    return Stream.concat(Stream.of(type), Arrays.stream(type.getMethods()))
        .flatMap((AnnotatedElement element) -> Arrays.stream(element.getAnnotations()))
        .map(Annotation::annotationType)
        .anyMatch(annotation -> annotation.isAnnotationPresent(UseExtensionConfigurer.class));
  }

  private static Object call(
      InvocationHandler dao, Object attached, Method method, Object[] arguments) throws Exception {
    try {
      return dao.invoke(attached, method, arguments);
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** The connection that the thread has open. */
  private record Open(Jdbi jdbi) implements HandleSupplier {
    @Override
    public Handle getHandle() {
      return jdbi.withHandle(handle -> handle);
    }

    @Override
    public Jdbi getJdbi() {
      return jdbi;
    }

    @Override
    public ConfigRegistry getConfig() {
      return jdbi.getConfig();
    }

    @Override
    public <V> V invokeInContext(ExtensionContext context, Callable<V> task) throws Exception {
      return task.call();
    }
  }
}
