namespace Fabrikam.Crm.Web;

/// <summary>Logs what an endpoint answered, whatever that is. The build cannot know; <c>AddLogRedaction</c> keeps people out of the log.</summary>
internal sealed partial class AnswerLog(ILogger<AnswerLog> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        Answered(context.HttpContext.Request.Path, answer is IValueHttpResult { Value: var value } ? value : answer);
        return answer;
    }

    [LoggerMessage(1, LogLevel.Information, "{Path} answered {Answer}")]
    private partial void Answered(string path, object? answer);
}
