using System.Security;
using Ethics.Crm.FlowAnalysis.Endpoints.Labels;
using Ethics.Crm.Policy;
using Ethics.Crm.SourceGenerators.Pipeline;

namespace Ethics.Crm.SourceGenerators.Constants;

/// <summary>Turns the names of a policy into constants.</summary>
internal static class ConstantClasses
{
    /// <summary>Null when there is nothing to emit.</summary>
    public static PolicyConstants? Create(PolicyDocument? document, string? targetNamespace, ConstantsPlace place)
    {
        if (document is null || targetNamespace is null)
            return null;

        ConstantClass[] classes =
        [
            Class(ConstantNames.Purposes, "Purposes of the policy.", document.Purposes, purpose => Describe(purpose.Title, BasisText(purpose.Basis))),
            Class(ConstantNames.Categories, "Categories of personal data of the policy.", document.Categories, category => Describe(category.Title, null)),
            Class(ConstantNames.Recipients, "Recipients of the policy.", document.Recipients, recipient => Describe(recipient.Title, null)),
        ];
        var free = classes.Where(one => one.Constants.Count > 0 && !place.TakenNames.Contains(one.Name)).ToEquatableArray();
        return free.Count == 0 ? null : new(targetNamespace, place.Embedded, free);
    }

    private static ConstantClass Class<T>(string name, string summary, IReadOnlyDictionary<string, T> entries, Func<T, string> describe)
    {
        // Two names that give one constant: the first in ordinal order stays, so the result does not depend on the order in the file.
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var constants = entries
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => new Constant(ConstantNames.Of(entry.Key, name), entry.Key, Summarise(entry.Key, describe(entry.Value))))
            .Where(constant => constant.Identifier.Length > 0 && taken.Add(constant.Identifier))
            .ToEquatableArray();
        return new(name, summary, constants);
    }

    private static string Summarise(string value, string description) =>
        OneLine(description.Length == 0 ? $"<c>{Escape(value)}</c>" : $"{Escape(description)} (<c>{Escape(value)}</c>)");

    private static string Describe(string? title, string? basis) =>
        (title, basis) switch
        {
            (null or "", null) => "",
            (null or "", _) => $"Legal basis: {basis}.",
            (_, null) => title,
            _ => $"{title}. Legal basis: {basis}.",
        };

    private static string BasisText(LawfulBasis basis) => basis switch
    {
        LawfulBasis.Consent => "consent",
        LawfulBasis.Contract => "contract",
        LawfulBasis.LegalObligation => "legal obligation",
        LawfulBasis.VitalInterests => "vital interests",
        LawfulBasis.PublicTask => "public task",
        LawfulBasis.LegitimateInterests => "legitimate interests",
        _ => "unknown",
    };

    // A title is free text of the file: it may neither end the comment's line nor break its XML.
    private static string OneLine(string text) =>
        new([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u0085' || char.IsSurrogate(c) ? ' ' : c)]);

    private static string Escape(string text) => SecurityElement.Escape(text) ?? "";
}
