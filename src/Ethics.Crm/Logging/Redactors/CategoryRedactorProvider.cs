using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;

namespace Ethics.Crm.Logging;

/// <summary>Our redactors for what is mapped to a category, those of the application for the rest; without one of its own the rest is erased.</summary>
internal sealed class CategoryRedactorProvider(CategoryRedactors known, IRedactorProvider? others) : IRedactorProvider
{
    private static readonly CategoryRedactor s_erasing = new([]);

    public Redactor GetRedactor(DataClassificationSet classifications)
    {
        var categories = known.Of(classifications);
        return categories.Count > 0 ? new CategoryRedactor(categories) : others?.GetRedactor(classifications) ?? s_erasing;
    }
}
