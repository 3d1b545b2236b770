using System.Text;

namespace Ethics.Crm.FlowAnalysis.Endpoints.Labels;

/// <summary>How a name in the policy becomes a C# constant: <c>marketing.email</c> is <c>MarketingEmail</c>. Generator, analyzer and label reader agree by sharing this.</summary>
internal static class ConstantNames
{
    public const string Purposes = "Purposes";
    public const string Categories = "Categories";
    public const string Recipients = "Recipients";

    public static readonly IReadOnlyList<string> Classes = [Purposes, Categories, Recipients];

    /// <param name="name">As written in the policy, e.g. <c>fraud-prevention</c>.</param>
    /// <param name="className">The class that will hold it: C# forbids a member of its name.</param>
    public static string Of(string name, string className)
    {
        var text = new StringBuilder(name.Length + 1);
        var startsWord = true;
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c))
            {
                startsWord = true;
                continue;
            }

            text.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = false;
        }

        if (text.Length == 0 || char.IsDigit(text[0]))
        {
            text.Insert(0, '_');
        }

        if (text.Length == className.Length && text.ToString() == className)
        {
            text.Append('_');
        }

        return text.ToString();
    }
}
