namespace PurposeBench.Cases.Projects.LibraryPassesThrough;

public interface IStep<in TJob>
{
    void Do(TJob job);
}

public sealed class Pipeline
{
    private readonly Dictionary<Type, Action<object>> _steps = [];
    private readonly Queue<object> _jobs = new();

    public Pipeline Add<TJob>(IStep<TJob> step)
        where TJob : class
    {
        _steps.Add(typeof(TJob), job => step.Do((TJob)job));
        return this;
    }

    public void Post<TJob>(TJob job)
        where TJob : class => _jobs.Enqueue(job);

    public void Drain()
    {
        while (_jobs.TryDequeue(out var job))
            _steps[job.GetType()](job);
    }
}
