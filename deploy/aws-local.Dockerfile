# aws-local with its libraries and ffmpeg. Build the jars first: ./onair build
FROM eclipse-temurin:25-jre
RUN apt-get update && apt-get install -y --no-install-recommends ffmpeg && rm -rf /var/lib/apt/lists/* && useradd --system --uid 10001 onair
WORKDIR /app
COPY launcher/target/lib lib
RUN mkdir /data && chown onair /data
VOLUME /data
USER onair
ENV AWS_LOCAL_HOST=0.0.0.0 AWS_LOCAL_DATA=/data
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=70", "--enable-native-access=ALL-UNNAMED", "-cp", "lib/*", "onair.awslocal.AwsLocal"]
