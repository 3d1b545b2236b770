namespace Ethics.Crm.Analyzers.Tests.Disclosure;

/// <summary>Members of a class beside loggers under the names that the framework and others give theirs, and clients of recipients.</summary>
internal static class Outlets
{
    public static Task VerifyAsync(string form, string members, Action<TestKit.AnalyzerCheck>? configure = null)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System; using System.Collections.Generic; using System.Diagnostics; using System.Diagnostics.Metrics; using System.Diagnostics.Tracing; using System.Linq; using System.Text; using System.Threading.Tasks; using Acme.Crm; using Ethics.Crm; using Microsoft.Extensions.Logging;
            #nullable enable
            namespace Microsoft.Extensions.Logging
            {
                public enum LogLevel { Information }
                public struct EventId { }
                public interface ILogger { void Log<T>(LogLevel level, EventId id, T state, Exception? exception, Func<T, Exception?, string> formatter); IDisposable? BeginScope<T>(T state); }
                public interface ILogger<out T> : ILogger { }
                public static class LoggerExtensions
                {
                    public static void LogInformation(this ILogger logger, string? message, params object?[] args) { }
                    public static void LogError(this ILogger logger, Exception? exception, string? message, params object?[] args) { }
                    public static IDisposable? BeginScope(this ILogger logger, string format, params object?[] args) => null;
                }
                public static class LoggerMessage { public static Action<ILogger, T, Exception?> Define<T>(LogLevel level, EventId id, string format) => (_, _, _) => { }; }
                [AttributeUsage(AttributeTargets.Method)] public sealed class LoggerMessageAttribute : Attribute { }
            }
            namespace Serilog { public interface ILogger { void Information(string template, params object?[] values); ILogger ForContext(string name, object? value); } public static class Log { public static void Warning(string template, object? value) { } } }
            namespace NLog { public class Logger { public void Warn(string text) { } public void Flush(string text) { } } }
            [DisclosesTo("mailchimp")] public static class MailChimp { public static void Send(object? value) { } public static void Post(string list, object? value) { } }
            public interface IPost { [DisclosesTo("mailchimp")] void Send(string text); }
            public class Post : IPost { public void Send(string text) { } }
            public class Letter { [DisclosesTo("mailchimp")] public string? Body { get; set; } public string? Note { get; set; } public void Add([DisclosesTo("mailchimp")] string? sent, string? kept) { } }
            public class Plain { public string? Text { get; set; } }
            public class Told { public string? Text { get; set; } public override string ToString() => "told " + Text; }
            public record Job(string? Number, int Count);
            public partial class Work
            {
                private readonly ILogger<Work> _log = null!;
                {{members}}
            }
            """,
            check =>
            {
                check.DisabledDiagnostics.AddRange(["ECRM1102", "ECRM1106"]);
                configure?.Invoke(check);
            });
    }
}
