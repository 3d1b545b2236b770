namespace Ethics.Crm.Policy;

/// <summary>A <c>fields</c> entry for what lies under a key: <c>Acme.Bags.Get(key: "BirthDate")</c>.</summary>
/// <param name="Arguments">Parameter names and the constants that they must have, in ordinal order of the names.</param>
/// <param name="Entry">Null where the entry is <c>null</c>: what lies there is no personal data.</param>
public sealed record KeyedField(IReadOnlyList<KeyValuePair<string, string>> Arguments, FieldEntry? Entry);
