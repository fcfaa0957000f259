// The worked models that the start page shows, by folder: what they are about, in both languages.
import models from "models";

const told = [
    ["voorschoten-werk-en-inkomen", "Voorschoten: werk en inkomen", "van Leidschendam-Voorburg naar Leiden, zoals vier stukken het zeggen", "Voorschoten: work and income", "from Leidschendam-Voorburg to Leiden, as four papers say it"],
    ["voorschoten-sociaal-domein", "Voorschoten: het sociaal domein", "van twee regio's naar één, stap voor stap", "Voorschoten: the social domain", "from two regions to one, step by step"],
    ["leiden-leiderdorp-2008", "Leiderdorp, december 2007", "waarvan neemt de raad kennis?", "Leiderdorp, December 2007", "what does the council take note of?"],
    ["leidschendam-voorburg-2012", "Leidschendam-Voorburg, september 2011", "drie sociale diensten worden er één", "Leidschendam-Voorburg, September 2011", "three social services become one"],
    ["centrumregeling-met-wijziging", "Een centrumregeling en haar eerste wijziging", "artikel voor artikel", "A centre arrangement and its first amendment", "article by article"],
    ["openbaar-lichaam-met-pakketten", "Een openbaar lichaam met pakketten", "delegatie en mandaat naast elkaar", "A public body with packages", "delegation and mandate side by side"],
    ["dvo-backoffice", "Een overeenkomst voor de backoffice", "met kosten, geschillen en opzegging", "A service agreement for the back office", "with costs, disputes and notice"],
    ["leiden-leiderdorp-2007", "Dezelfde woorden onder twee wetten", "Leiden en Leiderdorp, 2007 en 2024", "The same words under two statutes", "Leiden and Leiderdorp, 2007 and 2024"],
    ["memo-sociale-dienst", "Een memo dat een model is", "de bijlage in de tekst zelf", "A memorandum that is a model", "with the appendix in the text itself"],
    ["huisregels", "Huisregels van een raad", "eigen regels naast de wet", "House rules of a council", "rules of one's own beside the law"],
];

export const examples = told
    .filter(([folder]) => models[folder])
    .map(([folder, nl, moreNl, en, moreEn]) => ({ folder, title: { nl, en }, more: { nl: moreNl, en: moreEn }, ...models[folder] }));
