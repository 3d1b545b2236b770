using Microsoft.CodeAnalysis.CSharp;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>Language versions that the floor compiler has no names for.</summary>
internal static class Languages
{
    public const LanguageVersion PartialProperties = (LanguageVersion)1300;
    public const LanguageVersion FieldKeyword = (LanguageVersion)1400;
}
