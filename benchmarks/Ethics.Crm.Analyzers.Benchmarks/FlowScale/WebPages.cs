using System.Globalization;
using System.Text.RegularExpressions;

namespace Ethics.Crm.Analyzers.Benchmarks.FlowScale;

/// <summary>
/// Pages of a web shop for each kind of entity about people, so many that about as many methods read a request as read a label in the program (one in twenty): what a request says goes the way that a
/// labelled member goes in the campaign, through five methods, and ends in a command to the database. Without them rules that begin at a web request have nothing to follow.
/// </summary>
internal static partial class WebPages
{
    private const int PagesOfAKind = 4;

    private const string Request = """
        namespace System.Web
        {
            public sealed class HttpRequest
            {
                public System.Collections.Specialized.NameValueCollection Form { get; } = new();
            }
        }

        """;

    private const string Page = """
        namespace Crm.$M.Web;

        public sealed class $EPages$N
        {
            private readonly System.Data.Common.DbCommand command;

            public $EPages$N(System.Data.Common.DbCommand command) => this.command = command;

            public void Find(System.Web.HttpRequest request) => Search(request.Form["email"] ?? "");

            public void Rename(System.Web.HttpRequest request)
            {
                var name = request.Form["name"] ?? "";
                var phone = request.Form["phone"] ?? "";
                if (name.Length == 0)
                    return;
                Store(name.Trim(), Short(phone));
            }

            public string Show(System.Web.HttpRequest request)
            {
                var lines = new System.Collections.Generic.List<string>();
                foreach (var key in new[] { "city", "street", "country" })
                    lines.Add(key + ": " + Short(request.Form[key] ?? ""));
                return string.Join("\n", lines);
            }

            private void Search(string email) => Run(Condition(Short(email)));

            private static string Short(string text) => text.Length > 100 ? text.Substring(0, 100) : text;

            private static string Condition(string email) => "select * from $E where Email = '" + email + "'";

            private void Store(string name, string phone) => System.Console.WriteLine(name.Length + phone.Length);

            private void Run(string text) => Send(text);

            private void Send(string text) => command.CommandText = text;
        }

        """;

    /// <param name="program">The files of the program, of which each kind about people gets pages.</param>
    public static IEnumerable<(string Name, string Text)> Of(IEnumerable<(string Name, string Text)> program) =>
        program.Select(static file => Campaign().Match(file.Name)).Where(static match => match.Success)
            .SelectMany(static match => Enumerable.Range(1, PagesOfAKind).Select(number => (
                $"{match.Groups["kind"].Value}.Pages{number}.cs",
                Page.Replace("$M", match.Groups["module"].Value).Replace("$E", match.Groups["entity"].Value).Replace("$N", number.ToString(CultureInfo.InvariantCulture)))))
            .Prepend(("Request.cs", Request));

    [GeneratedRegex(@"^(?<kind>Module(?<module>\w+)\.(?<entity>\w+))\.Campaign\.cs$")]
    private static partial Regex Campaign();
}
