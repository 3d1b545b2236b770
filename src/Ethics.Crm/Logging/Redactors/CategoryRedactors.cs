using Ethics.Crm.Policy;
using Microsoft.Extensions.Compliance.Classification;

namespace Ethics.Crm;

/// <summary>Which classifications of Microsoft.Extensions.Compliance are which categories of the policy.</summary>
public sealed class CategoryRedactors
{
    private readonly List<(DataClassificationSet Classification, Func<PolicyTable, string?> Category)> _known = [];

    internal CategoryRedactors()
    {
    }

    /// <summary>A classification that stands for a category: <c>Map(AcmeTaxonomy.Mail, Categories.ContactEmail)</c>.</summary>
    /// <param name="classification">As attributes and log messages have it.</param>
    /// <param name="category">One that the policy declares; what it does not know is erased.</param>
    /// <exception cref="ArgumentException">The category is null or blank.</exception>
    public CategoryRedactors Map(DataClassification classification, string category)
    {
        if (string.IsNullOrWhiteSpace(category))
            throw new ArgumentException("Name the category that the classification stands for.", nameof(category));
        _known.Add((classification, _ => category));
        return this;
    }

    /// <summary>The classification of an attribute class, for the category to which the policy's <c>attributes</c> map that class or a base of it.</summary>
    /// <typeparam name="TAttribute">Made once, to be asked for its classification.</typeparam>
    public CategoryRedactors Map<TAttribute>()
        where TAttribute : DataClassificationAttribute, new()
    {
        var names = new List<string>();
        for (var type = typeof(TAttribute); type is not null && type != typeof(Attribute); type = type.BaseType)
            names.Add((names.Count == 0 ? "" : "^") + type.FullName!.Replace('+', '.'));
        _known.Add((new TAttribute().Classification, table => table.ResolveLabels(new LabelSource(names[0], null, null, names)).Select(static label => label.Category).FirstOrDefault(static category => category is not null)));
        return this;
    }

    /// <summary>The categories of a set; empty where none of its classifications is known.</summary>
    internal IReadOnlyList<Func<PolicyTable, string?>> Of(DataClassificationSet set) =>
        // A set does not tell what is in it, only whether it is the same with one more.
        [.. _known.Where(one => set.Union(one.Classification).Equals(set)).Select(static one => one.Category)];
}
