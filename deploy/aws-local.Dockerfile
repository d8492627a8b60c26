# aws-local alone, with ffmpeg. Build the jar first: ./onair build, or only mvn -pl aws-local package
FROM eclipse-temurin:25-jre
RUN apt-get update && apt-get install -y --no-install-recommends ffmpeg && rm -rf /var/lib/apt/lists/* && useradd --system --uid 10001 onair && mkdir /data && chown onair /data
WORKDIR /app
COPY aws-local/target/aws-local-*-all.jar aws-local.jar
# What the JVM learns of a rehearsal lets it start in half the time.
RUN java -Xlog:disable -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -XX:AOTCacheOutput=aws-local.aot -cp aws-local.jar onair.awslocal.Rehearsal
VOLUME /data
USER onair
ENV AWS_LOCAL_HOST=0.0.0.0 AWS_LOCAL_DATA=/data
# The AWS API, the CDN edge and RTMP
EXPOSE 4566 8090 1935
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "-XX:AOTCache=aws-local.aot", "-Xlog:aot=off", "-Xlog:cds=off", "-cp", "aws-local.jar", "onair.awslocal.AwsLocal"]
