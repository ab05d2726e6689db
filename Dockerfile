# Built and run by whoever has an engine; this project's own machines have none, so nobody has tried it there.
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN mvn --batch-mode --quiet -Dquick -DskipTests -pl bootstrap -am package \
 && jlink --add-modules "$(cat packaging/modules)" --strip-debug --no-header-files --no-man-pages --output /runtime

FROM debian:trixie-slim
RUN useradd --system --no-create-home --shell /usr/sbin/nologin payments
COPY --from=build /runtime /opt/pelcro-payments/runtime
COPY --from=build /src/bootstrap/target/pelcro-payments.jar /src/bootstrap/target/pelcro-payments.cdx.json /src/packaging/options \
  /opt/pelcro-payments/
USER payments
ENV PAYMENTS_LOG_FORMAT=json MALLOC_ARENA_MAX=2
EXPOSE 8080
# SIGTERM finishes what is in flight, 30 s at most.
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/pelcro-payments/runtime/bin/java", "@/opt/pelcro-payments/options", "-jar", "/opt/pelcro-payments/pelcro-payments.jar"]
