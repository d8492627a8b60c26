// Opens Swagger UI on the merged description. A request without an API key goes out with the
// dashboard's session, which needs the header that other sites cannot send.
SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  displayRequestDuration: true,
  filter: true,
  tryItOutEnabled: true,
  validatorUrl: null,
  requestInterceptor: (request) => {
    request.headers['X-OnAir-Csrf'] = '1';
    return request;
  },
});
