using System.Text;

namespace Ethics.Crm.Analyzers.Benchmarks.GuardedBuild;

/// <summary>One way to build the same model.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="WithPackage">Compiled with analyzers, generators and policy.</param>
/// <param name="Label">Stands before each property.</param>
/// <param name="Modifier">Of each property and its class.</param>
internal sealed record Variant(string Name, bool WithPackage, string Label, string Modifier)
{
    public static readonly Variant Plain = new("plain properties, no package", false, "", "");
    public static readonly Variant PlainAgain = new("plain properties, no package, once more", false, "", "");
    public static readonly Variant Installed = new("plain properties, package installed", true, "", "");
    public static readonly Variant Labelled = new("labelled, not guarded", true, "[DataCategory(Categories.ContactEmail)] ", "");
    public static readonly Variant Guarded = new("labelled and guarded", true, "[DataCategory(Categories.ContactEmail)] ", "partial ");

    public static readonly IReadOnlyList<Variant> All = [Plain, PlainAgain, Installed, Labelled, Guarded];

    /// <summary>Entities as a CRM has them: a key and some text, dates and numbers, one file each.</summary>
    public IEnumerable<(string Name, string Text)> Files(int classes, int properties)
    {
        string[] types = ["string?", "DateTime?", "string", "decimal", "List<string>?"];
        string[] ends = ["", "", " = \"\";", "", ""];
        for (var i = 0; i < classes; i++)
        {
            var text = new StringBuilder("using System;\nusing System.Collections.Generic;\n");
            if (WithPackage)
                text.Append("using Ethics.Crm;\n");
            text.Append($"namespace Shop.Data;\n\n/// <summary>Entity {i}.</summary>\npublic {Modifier}class Entity{i}\n{{\n    {(WithPackage ? "[DataSubjectId] " : "")}public int Id {{ get; set; }}\n");
            for (var p = 0; p < properties; p++)
                text.Append($"    {Label}public {Modifier}{types[p % types.Length]} Value{p} {{ get; set; }}{ends[p % ends.Length]}\n");
            yield return ($"Entity{i}.cs", text.Append("}\n").ToString());
        }
    }
}
