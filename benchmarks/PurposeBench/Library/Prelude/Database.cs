using System.Collections;
using System.Linq.Expressions;

namespace PurposeBench;

/// <summary>As much of an object-relational mapper as cases need; like a real one it is a library to them.</summary>
public abstract class DbContext
{
    private readonly Dictionary<Type, ISaved> _sets = [];

    public DbSet<TEntity> Set<TEntity>()
        where TEntity : class
    {
        if (!_sets.TryGetValue(typeof(TEntity), out var set))
            _sets[typeof(TEntity)] = set = new DbSet<TEntity>();
        return (DbSet<TEntity>)set;
    }

    public void SaveChanges()
    {
        foreach (var set in _sets.Values)
            set.Save();
    }
}

/// <summary>What was added can be queried once it was saved.</summary>
public sealed class DbSet<TEntity> : IQueryable<TEntity>, ISaved
    where TEntity : class
{
    private readonly List<TEntity> _added = [];
    private readonly List<TEntity> _saved = [];

    internal DbSet()
    {
    }

    public Type ElementType => typeof(TEntity);

    public Expression Expression => _saved.AsQueryable().Expression;

    public IQueryProvider Provider => _saved.AsQueryable().Provider;

    public void Add(TEntity entity) => _added.Add(entity);

    public IEnumerator<TEntity> GetEnumerator() => _saved.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ISaved.Save()
    {
        _saved.AddRange(_added);
        _added.Clear();
    }
}

public static class DbSetExtensions
{
    /// <summary>Loads what a member refers to along with each row. Here it is in memory already.</summary>
    public static IQueryable<TEntity> Include<TEntity, TProperty>(this IQueryable<TEntity> source, Expression<Func<TEntity, TProperty>> path)
        where TEntity : class => path.Body is MemberExpression ? source : throw new ArgumentException("names no member", nameof(path));
}

internal interface ISaved
{
    void Save();
}
