/** What the fields were filled with; no types are all of them. */
export function readWebhook(values: FormData): { url: string; description: string; types: string[] } {
  return {
    url: String(values.get('url')).trim(),
    description: String(values.get('description')),
    types: values.get('which') === 'some' ? values.getAll('types').map(String) : [],
  };
}
