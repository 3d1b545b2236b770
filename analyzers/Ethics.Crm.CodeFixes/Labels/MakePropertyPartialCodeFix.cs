using System.Composition;
using Ethics.Crm.Analyzers.Labels;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Ethics.Crm.CodeFixes.Labels;

/// <summary>ECRM1106: makes a labelled property partial, and the types around it, so that the generator guards it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePropertyPartialCodeFix))]
[Shared]
public sealed class MakePropertyPartialCodeFix() : PropertyRepairCodeFix(
    PropertyRepair.Guard, "Make the property partial, so that its reads are guarded", GuardingEdits.ApplyAsync)
{
    private protected override bool Allows(Document document) => GuardingEdits.AllowsPartial(document);
}
