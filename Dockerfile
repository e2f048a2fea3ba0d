FROM python:3.11-slim
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
RUN pip install --no-cache-dir --no-deps .
ENV MAPAPP_DATA_FOLDER=/data MAPAPP_CACHE_FOLDER=/data/cache
RUN useradd --create-home mapapp && mkdir /data && chown mapapp /data
USER mapapp
VOLUME /data
EXPOSE 8501
CMD ["mapapp", "serve", "--host", "0.0.0.0"]
